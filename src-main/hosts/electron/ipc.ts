/**
 * Every channel from the console's page. One wrapper judges the sender before anything is looked
 * at; one caller name and role for all of it.
 */
import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { rateLimit } from '#main/adapters/http/rate-limit.ts'
import { refusal } from '#main/adapters/http/http-refusals.ts'
import type { BorderCode } from '#shared/contract/refused.ts'
import type { Caller, Station } from '#main/core/api.ts'
import type { Log } from '#main/core/ports.ts'
import {
  CHANNELS,
  type Hello,
  type Language,
  type PageState,
  type Saved,
} from '#shared/contract/bridge.ts'
import type { Answered, Refused } from '#shared/contract/contract.ts'
import { readPageArguments } from './ipc-arguments.ts'
import { isOurFrame } from './navigation-policy.ts'
import type { Asked } from './save-dialog.ts'

/**
 * Whoever sits at this machine: the record shows this name until a person signs on at the desk, and
 * that person then, also after a restart.
 */
export const CALLER: Caller = { name: '值班员', role: 'dispatcher', session: 'desktop' }

export type Desk = {
  station: Station
  /** Whether these are the contents of the console's own window. */
  isConsole(contents: WebContents): boolean
  version: string
  language(): Language
  /** The page speaks another language, or somebody has turned its theme. */
  follow(state: PageState): void
  /** The page has said hello: the board may be sent. */
  hello(): Promise<void>
  heard(): void
  /** Puts a file where the person says. */
  save(asked: Asked): Promise<Saved | Refused>
  mono(): number
  log: Log
}

/** Answers the page on all channels. Returns how to stop. */
export function openChannels(desk: Desk): () => void {
  const mayPass = rateLimit()
  const ours = ({
    senderFrame,
    sender,
  }: Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>): boolean =>
    isOurFrame(senderFrame) && desk.isConsole(sender)
  const no = (channel: string, code: BorderCode): Refused => {
    desk.log.info('ipc-refused', { channel, code })
    return refusal(code)
  }

  function handle<T>(channel: string, run: (args: readonly unknown[]) => T | Promise<T>): void {
    ipcMain.handle(channel, async (event, ...args: unknown[]): Promise<T | Refused> => {
      if (!ours(event)) return no(channel, 'foreign-origin')
      return mayPass(channel, desk.mono()) ? run(args) : no(channel, 'too-many-requests')
    })
  }

  handle<Hello | Refused>(CHANNELS.hello, async (args) => {
    if (args.length > 0) return no(CHANNELS.hello, 'bad-request')
    await desk.hello()
    return { name: CALLER.name, version: desk.version, language: desk.language() }
  })
  handle<Answered>(CHANNELS.request, (args) => {
    const call = readPageArguments(args, ['id', 'name', 'input'])
    return typeof call === 'string'
      ? no(CHANNELS.request, call)
      : desk.station.request({ ...call, name: call.name }, CALLER)
  })
  handle<Refused | undefined>(CHANNELS.state, (args) => {
    const state = readPageArguments(args, ['language', 'theme'])
    if (typeof state === 'string') return no(CHANNELS.state, state)
    const { language, theme } = state
    if (language !== 'zh-CN' && language !== 'en') return no(CHANNELS.state, 'bad-request')
    if (theme !== undefined && theme !== 'dark' && theme !== 'light')
      return no(CHANNELS.state, 'bad-request')
    desk.follow({ language, ...(theme && { theme }) })
    return undefined
  })

  handle<Saved | Refused>(CHANNELS.save, (args) => {
    const asked = readPageArguments(args, ['exportId', 'planId'])
    return typeof asked === 'string' ? no(CHANNELS.save, asked) : desk.save(asked)
  })

  const heard = (event: IpcMainEvent): void => {
    if (ours(event)) desk.heard()
  }
  ipcMain.on(CHANNELS.heard, heard)
  return () => {
    for (const channel of [CHANNELS.hello, CHANNELS.request, CHANNELS.state, CHANNELS.save])
      ipcMain.removeHandler(channel)
    ipcMain.off(CHANNELS.heard, heard)
  }
}
