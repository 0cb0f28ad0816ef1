#compdef parley
# Completion of parley for zsh. To have it in every shell, behind compinit:
#   echo 'source <(/path/to/parley completion zsh)' >> ~/.zshrc
_parley() {
  local line=${BUFFER[1,CURSOR]}
  local -a found
  found=("${(@f)$("${words[1]/#\~/$HOME}" "[suggest:${#line}]" "$line" 2>/dev/null)}")
  # Options are offered where one has begun to type one.
  [[ $PREFIX == -* ]] || found=("${(@)found:#[-\/]*}")
  if [[ -n ${found[1]} ]]; then compadd -V parley -- "${found[@]}"; else _files; fi
}
compdef _parley parley ./parley
