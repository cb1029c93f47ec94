# expect: ok
# left-out: 3
ln -s /etc/shadow trace1.txt
ln -s /etc trace2.txt
echo x > real
ln -s real trace3.txt
