/**
 * Settings over any `conf`-like store: values in memory, a change only if it is really on disk, a
 * good copy after it.
 */
import { localized } from '#shared/domain/text.ts'
import { refuse } from '#shared/domain/decision.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { settingsShape } from './settings-options.ts'
import type { Settings } from './settings-options.ts'
import {
  copyFile,
  keepCopy,
  readSettings,
  repairSettings,
  settingsFile,
} from './settings-repair.ts'
import type { SettingsRepair } from './settings-repair.ts'

/** What is needed of `Conf` or `electron-store`. */
export type Store = { set(values: Partial<Settings>): void }

export type StoredSettings = {
  /**
   * The values that hold now: never read from a file again, so that a damaged one changes nothing
   * while the program runs.
   */
  current(): Settings
  /**
   * Refused (`bad-settings`, `settings-not-saved`): then nothing has changed, and the last good
   * copy wins at the next start.
   */
  change(values: Partial<Settings>): { ok: true } | Refusal
}

/**
 * `trouble`: why settings cannot be written at this start (a full disk, no permission), null if
 * they can. The program runs on with what could be read.
 */
export type OpenedSettings = {
  settings: StoredSettings
  repaired: SettingsRepair | null
  trouble: unknown
}

/**
 * Repairs first, then lets `open` construct the store. Both names are in `dir`. Never throws:
 * nothing that matters stands in the settings.
 */
export function openStoredSettings(dir: string, open: () => Store): OpenedSettings {
  const { store, repaired, trouble } = opened(dir, open)
  let values =
    readSettings(settingsFile(dir)) ?? readSettings(copyFile(dir)) ?? settingsShape.parse({})
  tryKeepingCopy(dir)

  function change(part: Partial<Settings>): { ok: true } | Refusal {
    const wanted = settingsShape.safeParse({ ...values, ...part })
    if (!wanted.success) {
      const what = wanted.error.issues.map((issue) => issue.path.join('.')).join(', ')
      return refuse(
        'bad-settings',
        localized(`设置值无效：${what}`, `These settings are not valid: ${what}`),
      )
    }
    if (!store || !save(dir, store, wanted.data)) {
      return refuse(
        'settings-not-saved',
        localized(
          '设置未能保存，请检查磁盘空间',
          'The settings could not be saved: check the space on the disk',
        ),
      )
    }
    values = wanted.data
    tryKeepingCopy(dir)
    return { ok: true }
  }

  return { settings: { current: () => values, change }, repaired, trouble }
}

function opened(
  dir: string,
  open: () => Store,
): { store: Store | null; repaired: SettingsRepair | null; trouble: unknown } {
  let repaired: SettingsRepair | null = null
  try {
    repaired = repairSettings(dir, new Date())
    return { store: open(), repaired, trouble: null }
  } catch (error) {
    return { store: null, repaired, trouble: error }
  }
}

/**
 * `conf` may cut the file on a nearly full disk and report nothing, so what it wrote is read back.
 */
function save(dir: string, store: Store, wanted: Settings): boolean {
  try {
    store.set(wanted)
  } catch {
    return false
  }
  return JSON.stringify(readSettings(settingsFile(dir))) === JSON.stringify(wanted)
}

function tryKeepingCopy(dir: string): void {
  try {
    keepCopy(dir)
  } catch {
    // a full disk: the file itself is good, and the copy of before stays
  }
}
