/*
 * PLANTED FAULT: a preload that gives the page's listeners Electron's event. Never used by anything
 * but the spec that must catch it.
 */
// eslint-disable-next-line @typescript-eslint/no-require-imports -- a sandboxed preload is no module
const { contextBridge, ipcRenderer } = require('electron')

const ask = (channel) => (argument) => ipcRenderer.invoke(channel, argument)
const listen = (channel) => (take) => void ipcRenderer.on(channel, take)
contextBridge.exposeInMainWorld('station', {
  hello: () => ipcRenderer.invoke('station:hello'),
  request: ask('station:request'),
  notifyState: ask('station:state'),
  save: ask('station:save'),
  onPush: listen('station:push'),
  onOpenIncident: listen('station:open-incident'),
})
