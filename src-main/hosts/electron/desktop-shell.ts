/**
 * Opens everything on the desktop over a running station: console, wall, menus, taskbar, channels,
 * and the plain page with a beep for a console that is down.
 */
import { app, shell } from 'electron'
import { join } from 'node:path'
import type { StoredSettings } from '#main/adapters/settings/stored-settings.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import type { Station } from '#main/core/api.ts'
import type { Log } from '#main/core/ports.ts'
import type { Language } from '#shared/contract/bridge.ts'
import { applyPush } from '#shared/domain/board/apply-push.ts'
import type { Push } from '#shared/contract/push.ts'
import { attentionOf, hasNew, type Attention } from './attention.ts'
import { createBeeper } from './beeper.ts'
import { openConsole, PLAIN_PATH, type ConsoleWindow } from './console-window.ts'
import { NO_WALL_SETTING, placeOf } from './display-choice.ts'
import { displaysNow, watchDisplays } from './displays.ts'
import { CALLER, openChannels } from './ipc.ts'
import { afterWallAction, type MenuAction } from './menu-model.ts'
import type { Notifications } from './notifier.ts'
import { saveWithDialog } from './save-dialog.ts'
import { plainPage, type Tones } from './plain-page.ts'
import type { WindowSetup } from './window-setup.ts'
import { createTaskbar } from './taskbar.ts'
import { createMenus } from './tray.ts'
import { wallAddress } from './wall-address.ts'
import { createWall, type Wall } from './wall-window.ts'
import { inLanguage, WORDS } from './desktop-words.ts'

export type DesktopParts = {
  windows: WindowSetup
  station: Station
  settings: StoredSettings
  notifications: Notifications
  /** Where a wall is opened now; null: nothing is served. */
  wallUrl(): string | null
  tones: Tones
  version: string
  /** Sets whether the program starts with the desktop's session. */
  autoStart(on: boolean): void
  leaving(): boolean
  log: Log
}

export type DesktopShell = { console: ConsoleWindow; displaysChanged(): void; stop(): void }

const icon = (platform: string): string => (platform === 'darwin' ? 'trayTemplate.png' : 'tray.png')

const { mono } = systemClock

/** Changes the settings; a change that is refused is logged, and the desk goes on without it. */
type Change = (values: Parameters<StoredSettings['change']>[0]) => void

function openConsoleOf(parts: DesktopParts, change: Change): ConsoleWindow {
  const { windows, station, settings, leaving, log } = parts
  const { consoleWindow, language } = settings.current()
  return openConsole({
    program: windows.program,
    title: inLanguage(WORDS.console, language),
    icon: join(windows.icons, 'icon.png'),
    place: {
      bounds: placeOf(consoleWindow?.bounds, displaysNow()),
      maximised: consoleWindow?.maximised ?? false,
    },
    moved: (place) => change({ consoleWindow: place }),
    board: async () =>
      JSON.stringify({ kind: 'board', board: await station.board() } satisfies Push),
    leaving,
    log,
    mono,
  })
}

/** `changed` is told whenever the wall has another place. */
function createWallOf(parts: DesktopParts, change: Change, changed: () => void): Wall {
  const { windows, settings, wallUrl, leaving, log } = parts
  return createWall({
    program: windows.program,
    title: () => inLanguage(WORDS.wall, settings.current().language),
    icon: join(windows.icons, 'icon.png'),
    address(fillsPanel) {
      const url = wallUrl()
      return url === null ? null : wallAddress(url, settings.current(), fillsPanel)
    },
    setting: () => settings.current().wallWindow ?? NO_WALL_SETTING,
    change: (wallWindow) => change({ wallWindow }),
    changed,
    leaving,
    log,
    mono,
  })
}

/** Beeps as long as `due` says so. Returns how to end it. */
function beepWhile(due: () => boolean): () => void {
  const beep = createBeeper()
  const timer = setInterval(() => {
    if (beep(due(), mono())) shell.beep()
  }, 1_000)
  return () => clearInterval(timer)
}

export async function openDesktop(parts: DesktopParts): Promise<DesktopShell> {
  const { windows, station, settings, notifications, tones, version, autoStart, log } = parts
  const { programPages, icons } = windows
  const stops: (() => void)[] = []

  let board = await station.board()
  let attention: Attention = attentionOf(board, board.now)
  const language = (): Language => settings.current().language
  programPages.set(PLAIN_PATH, () => plainPage(board, systemClock.wall(), language(), tones))

  const change: Change = (values) => {
    const changed = settings.change(values)
    if (!changed.ok)
      log.error('settings-not-changed', new Error(changed.message.en), { code: changed.code })
  }

  const console = openConsoleOf(parts, change)
  stops.push(console.stop)

  const wall = createWallOf(parts, change, () => refresh())
  stops.push(wall.stop)

  function perform(action: MenuAction): void {
    switch (action.type) {
      case 'show-console':
        return console.show()
      case 'auto-start':
        change({ autoStart: action.on })
        autoStart(action.on)
        return refresh()
      case 'quit':
        return app.quit()
      default:
        change({
          wallWindow: afterWallAction(
            settings.current().wallWindow ?? NO_WALL_SETTING,
            action,
            displaysNow().length,
          ),
        })
        wall.update()
        return refresh()
    }
  }

  const menus = createMenus({
    icon: join(icons, icon(process.platform)),
    perform,
    show: console.show,
    platform: process.platform,
    log,
  })
  stops.push(menus.stop)
  const taskbar = createTaskbar(console.window, icons, process.platform)

  function refresh(): void {
    menus.refresh({
      language: language(),
      version,
      displays: displaysNow(),
      wall: wall.place(),
      autoStart: settings.current().autoStart ?? true,
      attention,
    })
  }

  function follow(push: Push, text: string): void {
    board = applyPush(board, push)
    const before = attention
    attention = attentionOf(board, board.now)
    console.push(text)
    if (hasNew(before, attention)) console.appear()
    if (push.kind === 'beat' && before.sounding === attention.sounding) return
    taskbar.show(attention, language())
    notifications.settle(attention.open)
    console.renew()
    refresh()
  }
  stops.push(
    station.listen((push, text) => {
      try {
        follow(push, text)
      } catch (error) {
        // the station drops a listener that throws, and the console would get no push any more
        log.error('desk-failed', error, { push: push.kind })
      }
    }),
  )

  stops.push(beepWhile(() => attention.sounding !== null && !console.alive()))
  stops.push(
    openChannels({
      station,
      version,
      language,
      mono,
      log,
      isConsole: console.is,
      follow(state) {
        const { language, theme } = { ...settings.current(), ...state }
        if (language === settings.current().language && theme === settings.current().theme) return
        change({ language, theme })
        wall.update()
        refresh()
      },
      hello: console.hello,
      answered: console.answered,
      save: (request) => saveWithDialog(console.window, request, station, CALLER),
    }),
  )
  stops.push(
    watchDisplays(() => {
      wall.update()
      refresh()
    }),
  )

  wall.update()
  taskbar.show(attention, language())
  refresh()
  return {
    console,
    displaysChanged: wall.update,
    stop: () => {
      for (const stop of stops.reverse()) stop()
    },
  }
}
