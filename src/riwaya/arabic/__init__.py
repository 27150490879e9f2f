"""Pure functions over Arabic text: normalisation with offsets, tokens, clitics, sentences, numbers, names."""
