# A small script of the old kind: no strict, only package variables.
$count = 3;
@list = (1, 2, 3);
%price = (tea => 5);

sub total {
    local $sum = 0;
    foreach (@list) {
        $sum += $_;
    }
    return $sum;
}

push @list, $count;
$price{cake} = $price{tea} + 1;
$all = total();
foreach $item (sort keys %price) {
    print "$item: $price{$item}\n";
}
print "$all\n";
