# Completion of parley for bash. To have it in every shell:
#   echo 'source <(/path/to/parley completion bash)' >> ~/.bashrc
_parley() {
  local line=${COMP_LINE:0:COMP_POINT} word=${COMP_WORDS[COMP_CWORD]} found
  # A program that is not there, or fails, completes nothing; the shell goes on with file names.
  while IFS= read -r found; do
    [[ $found == "$word"* && ($word == -* || $found != [-/]*) ]] && COMPREPLY+=("$found")
  done < <("${COMP_WORDS[0]/#\~/$HOME}" "[suggest:${#line}]" "$line" 2>/dev/null)
}
complete -o default -o nosort -F _parley parley ./parley
