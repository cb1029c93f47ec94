book = {"tea": 3}
alias = book
alias["cake"] = 4
