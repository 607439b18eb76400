/**
 * The one door of the console's page: named functions that pass data. It never hands over an event,
 * a channel name or ipcRenderer itself.
 */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { CHANNELS, type Bridge } from '#shared/contract/bridge.ts'

/** Gives `take` the text of each message on a channel of ours, and nothing else of it. */
function listen(channel: string, take: (text: string) => void): () => void {
  const hear = (_event: IpcRendererEvent, text: unknown): void => {
    if (typeof text === 'string') take(text)
  }
  ipcRenderer.on(channel, hear)
  return () => void ipcRenderer.off(channel, hear)
}

const bridge: Bridge = {
  hello: () => ipcRenderer.invoke(CHANNELS.hello) as ReturnType<Bridge['hello']>,
  request: ({ id, name, input }) =>
    ipcRenderer.invoke(CHANNELS.request, { id, name, input }) as ReturnType<Bridge['request']>,
  onPush: (listener) =>
    listen(CHANNELS.push, (text) => {
      listener(text)
      ipcRenderer.send(CHANNELS.heard)
    }),
  onOpenIncident: (listener) => listen(CHANNELS.openIncident, listener),
  save: (what) =>
    ipcRenderer.invoke(
      CHANNELS.save,
      'exportId' in what
        ? { exportId: what.exportId }
        : 'fileId' in what
          ? { fileId: what.fileId }
          : 'documentId' in what
            ? { documentId: what.documentId }
            : { planId: what.planId },
    ) as ReturnType<Bridge['save']>,
  notifyState: ({ language, theme }) =>
    ipcRenderer.invoke(CHANNELS.state, { language, theme }) as Promise<void>,
}

contextBridge.exposeInMainWorld('station', bridge)
