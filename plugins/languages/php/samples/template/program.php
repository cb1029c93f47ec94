<h1><?= $title = "List" ?></h1>
<?php
$items = ['tea' => 3, 'cake' => 4];
$total = 0;
?>
<ul>
<?php foreach ($items as $name => $price): ?>
<?php if ($price > 3): ?>
  <li><b><?= $name ?></b></li>
<?php else: ?>
  <li><?= $name ?></li>
<?php endif; ?>
<?php $total += $price ?>
<?php endforeach ?>
</ul>
<?php
echo $total, "\n";
