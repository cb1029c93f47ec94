fruits=(apple "red cherry")
fruits+=(fig)
fruits[6]=plum
unset 'fruits[1]'
declare -A price=([fig]=3 ["red cherry"]=2)
price[apple]=1
for fruit in "${!price[@]}"; do
  ((sum += price[$fruit]))
done
mapfile -t lines <<< $'one\ntwo'
many=({1..40})
read -ra words <<< "a b"
echo "${#fruits[@]} $sum ${lines[1]} ${#many[@]} ${words[*]}"
