/**
 * Holds the settings in memory over any `conf`-like store: a change counts only when it is on disk,
 * and a good copy follows it.
 */
import { localized } from '#shared/domain/text.ts'
import { refuse } from '#shared/domain/decision.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import { settingsShape } from './settings-options.ts'
import type { Settings } from './settings-options.ts'
import {
  copyFile,
  hasSum,
  saveGoodCopy,
  readSettings,
  repairSettings,
  settingsFile,
} from './settings-repair.ts'
import type { SettingsRepair } from './settings-repair.ts'

/** The part of `Conf` or `electron-store` that is used here. */
export type Store = { set(values: Partial<Settings>): void }

export type StoredSettings = {
  /** The values in force: never read again, so that damage to the file counts at the next start. */
  current(): Settings
  /**
   * Refuses `bad-settings` and `settings-not-saved`: then the values stay, and the last good copy
   * wins at the next start.
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
 * Repairs first, then lets `open` construct the store. Never throws: the program can run without.
 */
export function openStoredSettings(dir: string, open: () => Store): OpenedSettings {
  const { store, repaired, trouble } = openStore(dir, open)
  let current =
    readSettings(settingsFile(dir)) ?? readSettings(copyFile(dir)) ?? settingsShape.parse({})
  if (store && !hasSum(settingsFile(dir))) save(dir, store, current)
  trySavingCopy(dir)

  function change(values: Partial<Settings>): { ok: true } | Refusal {
    const next = settingsShape.safeParse({ ...current, ...values })
    if (!next.success) {
      const paths = next.error.issues.map((issue) => issue.path.join('.')).join(', ')
      return refuse(
        'bad-settings',
        localized(`设置值无效：${paths}`, `These settings are not valid: ${paths}`),
      )
    }
    if (!store || !save(dir, store, next.data)) {
      return refuse(
        'settings-not-saved',
        localized(
          '设置未能保存，请检查磁盘空间',
          'The settings could not be saved: check disk space',
        ),
      )
    }
    current = next.data
    trySavingCopy(dir)
    return { ok: true }
  }

  return { settings: { current: () => current, change }, repaired, trouble }
}

function openStore(
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

/** Reads the file back, since `conf` may cut it on a nearly full disk without an error. */
function save(dir: string, store: Store, next: Settings): boolean {
  try {
    store.set(next)
  } catch {
    return false
  }
  return JSON.stringify(readSettings(settingsFile(dir))) === JSON.stringify(next)
}

function trySavingCopy(dir: string): void {
  try {
    saveGoodCopy(dir)
  } catch {
    // a full disk: the file itself is good, and the older copy stays
  }
}
