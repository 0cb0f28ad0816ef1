-- Changes are kept as they are written: nothing searches inside of the document.
ALTER TABLE changes ALTER COLUMN change TYPE json USING change::text::json;
ALTER TABLE early_steps ALTER COLUMN change TYPE json USING change::text::json;
