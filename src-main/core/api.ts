/** The station as a host sees it: ask, listen, wait for a cycle, stop. */
import type { Board } from '#shared/domain/board/types.ts'
import type { Answered, CallerRole, Name } from '#shared/contract/contract.ts'
import type { Audience, Push } from '#shared/contract/push.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import type { Exported } from './features/export/queue.ts'
import type { StoredFile } from '#shared/domain/incident/record/files.ts'
import type { FileTaken } from '#shared/contract/files.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import type { Verified } from './ports.ts'

/**
 * `public`: a wall that learns nothing of discreet incidents. `session` tells one console from
 * another, also after a restart: the person who signs on there is recorded by it. A program has
 * none.
 */
export type Caller = { name: string; role: CallerRole; public?: true; session?: string }
/**
 * What a transport hands over, not yet checked: `id` is the client's command id (a UUID), needed by
 * commands.
 */
export type Call = { id?: unknown; name: unknown; input?: unknown }
export type Cycle = { cycle: number; position: number; now: number; storageFailed: boolean }

export interface Station {
  /**
   * Checks, decides, saves, answers. Never rejects: each failure is a refusal with both
   * languages.
   */
  request<N extends Name>(call: Call, caller: Caller): Promise<Answered<N>>
  /** A wall gets the board without personal values. Default: desk. */
  board(audience?: Audience): Promise<Board>
  /**
   * `text` is the push serialised once an audience, for every transport. Default: desk. Returns how
   * to stop listening. A listener that throws is dropped.
   */
  listen(listener: (push: Push, text: string) => void, audience?: Audience): () => void
  /**
   * Resolves at the end of the next full cycle of the deadline engine: a dead engine never answers.
   */
  nextCycle(): Promise<Cycle>
  /**
   * Says something on the desk until the station stops: what a host finds out while it runs, and a
   * person has to act on.
   */
  note(message: LocalizedText): void
  /** The machine runs on battery: a power-cut sheet is printed, or lies as a file. */
  onBattery(): void
  /**
   * Checks the whole record while the station works; what was folded from the events and does not
   * agree is folded again, and the desk is told.
   */
  check(): Promise<Verified>
  /**
   * From now on the record is checked so by itself, at once and every hour; what is wrong with it
   * stands on the desk as long as it is.
   */
  watchRecord(): void
  /**
   * From now on a desk that asks is told that walls are opened here, and public ones there; the key
   * in each lets anybody read what such a wall shows.
   */
  wallAt(url: string, publicUrl: string): void
  /** The whole file that an export has written; null if there is none, or it is not whole yet. */
  exported(exportId: string): Exported | null
  /**
   * Takes a file in, which waits a day to be attached. `incidentId`: of the one it is meant for, so
   * that what it has no room for is refused before it lies there; null: not said. Never rejects.
   */
  takeFile(
    content: AsyncIterable<Uint8Array>,
    incidentId: string | null,
    caller: Caller,
  ): Promise<FileTaken | Refusal>
  /**
   * Where the bytes of a file lie. Never rejects; refusals: `forbidden` (walls), `unknown-file`.
   */
  fileOf(
    fileId: string,
    caller: Caller,
  ): Promise<({ ok: true; path: string } & StoredFile) | Refusal>
  stop(): Promise<void>
}
