/*
 * PLANTED FAULT: a preload that lets the page name the channel. Never used by anything but the spec
 * that must catch it.
 */
// eslint-disable-next-line @typescript-eslint/no-require-imports -- a sandboxed preload is no module
const { contextBridge, ipcRenderer } = require('electron')

const ask = (channel, argument) => ipcRenderer.invoke(channel, argument)
contextBridge.exposeInMainWorld('station', {
  hello: ask,
  request: ask,
  notifyState: ask,
  save: ask,
  onPush: () => () => undefined,
  onOpenIncident: () => () => undefined,
})
