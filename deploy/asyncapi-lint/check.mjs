// Checks ../asyncapi.yaml by the AsyncAPI project's own parser; exit status 1 with what is wrong and where.
import { readFileSync } from 'node:fs';
import { Parser } from '@asyncapi/parser';

const file = new URL('../asyncapi.yaml', import.meta.url);
const { document, diagnostics } = await new Parser().parse(readFileSync(file, 'utf8'));
const faults = diagnostics.filter(d => d.severity <= 1 && d.code !== 'asyncapi-latest-version');
for (const fault of faults)
  console.error(`asyncapi.yaml:${fault.range.start.line + 1}: ${fault.path.join('.')}: ${fault.message}`);
if (!document || faults.length > 0)
  process.exit(1);
console.log(`asyncapi.yaml: ${document.channels().all().length} channels, ${document.allMessages().all().length} messages, valid`);
