// Every peer by name: file and export. A new server is one file in this folder and one line here.
export const peers = {
  dianjiao: ['./dianjiao.mjs', 'sqlite'],
  'sharedb-memory': ['./sharedb.mjs', 'memory'],
  'sharedb-sqlite': ['./sharedb.mjs', 'sqlite'],
  'hocuspocus-sqlite': ['./hocuspocus.mjs', 'sqlite'],
  'hocuspocus-eager': ['./hocuspocus.mjs', 'eager'],
  'y-websocket-memory': ['./y-websocket.mjs', 'memory'],
  'y-websocket-leveldb': ['./y-websocket.mjs', 'leveldb'],
  'authority-memory': ['./authority.mjs', 'memory'],
  'authority-log': ['./authority.mjs', 'log'],
  'authority-sqlite': ['./authority.mjs', 'sqlite'],
};
export async function load(name) {
  const [file, key] = peers[name] ?? [];
  if (!file) throw new Error(`no peer ${name}; there are: ${Object.keys(peers).join(', ')}`);
  return (await import(file))[key];
}
