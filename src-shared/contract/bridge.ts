/**
 * Defines the bridge between the console's window and the station under Electron: named functions,
 * data only, text or plain JSON. The preload is one file that loads nothing, so nothing with code
 * behind it may be imported here.
 */
import type { Answered, Name, Refused } from './contract.ts'

/**
 * The channels between page and main process. Each is asked for by its own function of {@link
 * Bridge}; no page sees these names.
 */
export const CHANNELS = {
  hello: 'station:hello',
  request: 'station:request',
  state: 'station:state',
  heard: 'station:heard', // page → main, after every push: a page that hangs cannot send it
  push: 'station:push',
  openIncident: 'station:open-incident',
  save: 'station:save',
} as const

export type Language = 'zh-CN' | 'en'
export type Theme = 'dark' | 'light'
/**
 * `name`: the person as the record will show them. `version`: the program's. `language`: what the
 * rest of the program speaks.
 */
export type Hello = { name: string; version: string; language: Language }
/**
 * What the rest of the program (tray, notifications, its wall) takes over from the page. `theme`
 * only once somebody has turned it there.
 */
export type PageState = { language: Language; theme?: Theme }
/**
 * As over HTTP: `id` is the command's own, `input` plain JSON. What is not checked here is checked
 * by the station.
 */
export type BridgeCall = { id: string; name: Name; input: unknown }

/**
 * Which file: an export that is whole, a plan as it is in force, a whole document with its plans,
 * or an attached file.
 */
export type ToSave =
  { exportId: string } | { planId: string } | { documentId: string } | { fileId: string }
/**
 * `saved` false: the person has closed the dialog. `file`: its name where it lies now, null if only
 * the browser knows.
 */
export type Saved = { ok: true; saved: boolean; file: string | null }

export interface Bridge {
  /** Says that the page is there and listens; the whole board follows as the first push. */
  hello(): Promise<Hello>
  /** Rejects only if there is no main process to answer. */
  request(call: BridgeCall): Promise<Answered>
  /** `text` is a push as JSON. Returns how to stop listening. */
  onPush(listener: (text: string) => void): () => void
  /** Somebody has clicked a notification. Returns how to stop listening. */
  onOpenIncident(listener: (incidentId: string) => void): () => void
  notifyState(state: PageState): Promise<void>
  /**
   * Asks the person where to, and writes the file there. Rejects only if there is no main process
   * to answer.
   */
  save(what: ToSave): Promise<Saved | Refused>
}
