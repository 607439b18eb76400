/*
 * PLANTED FAULT: a preload that hands ipcRenderer to the page. Never used by anything but the spec
 * that must catch it.
 */
// eslint-disable-next-line @typescript-eslint/no-require-imports -- a sandboxed preload is no module
const { contextBridge, ipcRenderer } = require('electron')

const ask = (channel) => (argument) => ipcRenderer.invoke(channel, argument)
contextBridge.exposeInMainWorld('station', {
  hello: () => ipcRenderer.invoke('station:hello'),
  request: ask('station:request'),
  notifyState: ask('station:state'),
  save: ask('station:save'),
  onPush: () => () => undefined,
  onOpenIncident: () => ipcRenderer,
})
