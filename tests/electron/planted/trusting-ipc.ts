/**
 * PLANTED FAULT: a handler that asks where its sender is, and not whether it is the page itself or
 * a frame in it. Only for the spec that must catch it.
 */
import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import { refusal } from '#main/adapters/http/http-refusals.ts'
import { isAppPage } from '#main/hosts/electron/navigation-policy.ts'

export function openTrusting(channel: string): void {
  ipcMain.handle(channel, ({ senderFrame }: IpcMainInvokeEvent) => {
    if (!senderFrame || senderFrame.isDestroyed() || !isAppPage(senderFrame.url))
      return refusal('foreign-origin')
    return { ok: true }
  })
}
