/**
 * The ports of the disk: how much room it has, whose the data folder is, and the backups that are
 * made onto another one.
 */
import type { Refusal } from '#shared/domain/decision.ts'
import type { LocalizedText } from '#shared/domain/text.ts'

/** The disk that the data folder lies on. */
export interface DataDisk {
  /** Bytes that this program may still write there; null where the system does not tell. */
  free(): Promise<number | null>
  /** Bytes kept back for when it is full: given up then, so that the record goes on. */
  readonly kept: number
  /** Keeps them back, unless they are already; false if there is no room. */
  keep(): Promise<boolean>
}

/**
 * Whether the data folder is still this station's. `held`: it is. `retaken`: its lock was removed
 * or replaced, and is locked again. `lost`: it was, and cannot be locked. Else who has it by now.
 */
export type FolderState = 'held' | 'retaken' | 'lost' | { holder: string }
export interface FolderGuard {
  /** Looks, and locks again where it can. */
  check(): FolderState
  /** The file of the record is the one that was opened, and not gone or another. */
  isRecordThere(): boolean
  /** How far the record goes could be written beside it. */
  isHeadWritten(): boolean
}

/** What a backup says of the site whose record it holds. */
export type BackupSite = { name: LocalizedText; kinds: readonly string[]; zone: string }
/** `name`: of the backup in its folder; `position` and `hash`: of the last event that it holds. */
export type BackupMade = {
  ok: true
  name: string
  position: number
  hash: string
  bytes: number
  files: number
}

/** A backup as it lies in its folder: `madeAt` UTC ms; `record`: hash of its first event. */
export type StoredCopy = {
  name: string
  madeAt: number
  record: string
  position: number
  hash: string
  bytes: number
}
/** The record as it was before a newer program changed its form, kept beside it. */
export type SchemaCopy = { name: string; schema: number; madeAt: number; bytes: number }
/** `free`: bytes that the disk has left; null where it does not say. */
export type StoredCopies = {
  copies: readonly StoredCopy[]
  schemaCopies: readonly SchemaCopy[]
  free: number | null
}
export type BackupPhase = 'copying' | 'checking' | 'saving'
/** The last event of a record: `at` UTC ms. */
export type RecordHead = { position: number; hash: string; at: number }
/** `head`: of the record in the new folder, before the event that tells of the restoring. */
export type BackupRestored = { ok: true; folder: string; head: RecordHead }
export type RestoreOrder = { folder: string; name: string; to: string; at: number }

/**
 * Makes whole copies of record, settings and plans while the station works; no command waits for
 * them. It does one thing after another and never rejects. Refusals: `backup-not-written`,
 * `backup-inside-data`, `record-damaged`, `backup-failed`, `stopping`.
 */
export interface Backups {
  /** `folder`: absolute path; `at`: UTC ms. `onPhase` hears what is being done. */
  make(
    folder: string,
    site: BackupSite,
    at: number,
    onPhase?: (phase: BackupPhase) => void,
  ): Promise<BackupMade | Refusal>
  /** What lies in a folder that backups can be written to. */
  read(folder: string): Promise<({ ok: true } & StoredCopies) | Refusal>
  /** Takes these away: backups in the folder, copies of older forms beside the record. */
  remove(
    folder: string,
    names: { copies: readonly string[]; schemaCopies: readonly string[] },
  ): Promise<{ ok: true } | Refusal>
  /**
   * Makes a new data folder of a backup. Beside the others it refuses `folder-not-empty`,
   * `backup-damaged` and `unknown-backup`; then the new folder is as it was.
   */
  restore(order: RestoreOrder): Promise<BackupRestored | Refusal>
  /** Runs the station on another folder from now on; null: this program cannot do it by itself. */
  switchTo: ((folder: string) => Promise<{ ok: true } | Refusal>) | null
  stop(): Promise<void>
}
