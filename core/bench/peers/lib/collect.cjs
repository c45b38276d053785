// Loaded into each Node server: SIGUSR2 collects the garbage, so that what is left is what the server needs.
process.on('SIGUSR2', () => { globalThis.gc(); globalThis.gc(); });
