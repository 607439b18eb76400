/**
 * Answers every channel from the console's page. One wrapper checks the sender before it reads
 * anything; all requests have one caller name and role.
 */
import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { CONSOLE_SEAT } from '#shared/domain/station/names.ts'
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
import { bytesOf, type Answered, type Refused } from '#shared/contract/contract.ts'
import { readPageArguments } from './ipc-arguments.ts'
import { isOurFrame } from './navigation-policy.ts'
import type { SaveRequest } from './save-dialog.ts'

/**
 * The person at this machine: the record shows this name until somebody signs on at the console,
 * and that person then, also after a restart.
 */
export const CALLER: Caller = { name: CONSOLE_SEAT, role: 'dispatcher', session: 'desktop' }

export type ChannelHandlers = {
  station: Station
  /** Whether these are the contents of the console's window. */
  isConsole(contents: WebContents): boolean
  version: string
  language(): Language
  /** The page has another language or theme now. */
  follow(state: PageState): void
  /** The page has sent hello: the board may be sent. */
  hello(): Promise<void>
  /** The page has answered a push. */
  answered(): void
  /** Saves a file where the person chooses. */
  save(request: SaveRequest): Promise<Saved | Refused>
  mono(): number
  log: Log
}

/** Answers the page on all channels. Returns a function to stop. */
export function openChannels(handlers: ChannelHandlers): () => void {
  const mayPass = rateLimit()
  const isFromConsole = ({
    senderFrame,
    sender,
  }: Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>): boolean =>
    isOurFrame(senderFrame) && handlers.isConsole(sender)
  const refuse = (channel: string, code: BorderCode): Refused => {
    handlers.log.info('ipc-refused', { channel, code })
    return refusal(code)
  }

  function handle<T>(channel: string, run: (args: readonly unknown[]) => T | Promise<T>): void {
    ipcMain.handle(channel, async (event, ...args: unknown[]): Promise<T | Refused> => {
      if (!isFromConsole(event)) return refuse(channel, 'foreign-origin')
      return mayPass(channel, handlers.mono()) ? run(args) : refuse(channel, 'too-many-requests')
    })
  }

  handle<Hello | Refused>(CHANNELS.hello, async (args) => {
    if (args.length > 0) return refuse(CHANNELS.hello, 'bad-request')
    await handlers.hello()
    return { name: CALLER.name, version: handlers.version, language: handlers.language() }
  })
  handle<Answered>(CHANNELS.request, (args) => {
    const call = readPageArguments(args, ['id', 'name', 'input'], ({ name }) => bytesOf(name))
    return typeof call === 'string'
      ? refuse(CHANNELS.request, call)
      : handlers.station.request({ ...call, name: call.name }, CALLER)
  })
  handle<Refused | undefined>(CHANNELS.state, (args) => {
    const state = readPageArguments(args, ['language', 'theme'])
    if (typeof state === 'string') return refuse(CHANNELS.state, state)
    const { language, theme } = state
    if (language !== 'zh-CN' && language !== 'en') return refuse(CHANNELS.state, 'bad-request')
    if (theme !== undefined && theme !== 'dark' && theme !== 'light')
      return refuse(CHANNELS.state, 'bad-request')
    handlers.follow({ language, ...(theme && { theme }) })
    return undefined
  })

  handle<Saved | Refused>(CHANNELS.save, (args) => {
    const request = readPageArguments(args, ['exportId', 'planId', 'documentId', 'fileId'])
    return typeof request === 'string' ? refuse(CHANNELS.save, request) : handlers.save(request)
  })

  const onAnswered = (event: IpcMainEvent): void => {
    if (isFromConsole(event)) handlers.answered()
  }
  ipcMain.on(CHANNELS.heard, onAnswered)
  return () => {
    for (const channel of [CHANNELS.hello, CHANNELS.request, CHANNELS.state, CHANNELS.save])
      ipcMain.removeHandler(channel)
    ipcMain.off(CHANNELS.heard, onAnswered)
  }
}
