/** The record without a disk, for tests: same answers, same chain, gone with the process. */
import type { Committed, SearchEntry, Journal, Json, StoredDocument } from '#main/core/ports.ts'
import { NO_WORDS } from '#shared/domain/history/words.ts'
import { compact } from '#shared/domain/purge/needle.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import type { IncidentStats } from '#shared/domain/statistics/incident-stats.ts'
import { tallyOf } from '#shared/domain/statistics/tally.ts'
import { digest } from '#main/adapters/vault.ts'
import { START, asHandedUp, firstBreak, linkHash } from '#main/adapters/journal/chain.ts'
import type { Head, Link } from '#main/adapters/journal/chain.ts'
import { searchIn } from './memory-search.ts'
import { canonical } from '#shared/domain/canonical.ts'
import {
  NOTHING_PENDING,
  prepare,
  readEvent,
  readPending,
  readReply,
  readRow,
  readyRow,
} from '#main/adapters/journal/prepare.ts'
import type {
  ReadyCommand,
  ReadyEntry,
  ReadyRow,
  ReadySeal,
} from '#main/adapters/journal/prepare.ts'

export function openMemoryJournal(): Journal {
  const links: Link[] = []
  const versions = new Map<string, number>()
  const commands = new Map<string, ReadyCommand & { position: number }>()
  const seals = new Map<string, ReadySeal & { seq: number }>()
  const rows = new Map<string, ReadyRow>()
  const searchEntries = new Map<string, SearchEntry>()
  const documents = new Map<string, string>()
  let open = true

  const guard = (): void => {
    if (!open) throw new Error('the journal is closed')
  }
  const head = (): Head => links.at(-1) ?? START
  const version = (stream: string): number => versions.get(stream) ?? 0

  function save(entry: ReadyEntry): Committed {
    if (entry.command && commands.has(entry.command.id)) return { ok: false, why: 'duplicate' }
    if (entry.expect.some(([stream, expected]) => version(stream) !== expected))
      return { ok: false, why: 'conflict' }
    const first = head().seq + 1
    for (const event of entry.events) {
      const { seq, hash } = head()
      const content = {
        ...event,
        seq: seq + 1,
        version: version(event.stream) + 1,
        commandId: entry.command?.id ?? null,
      }
      links.push({ ...content, hash: linkHash(hash, content) })
      versions.set(content.stream, content.version)
    }
    const position = head().seq
    if (entry.command) commands.set(entry.command.id, { ...entry.command, position })
    for (const seal of entry.seals) seals.set(seal.sealed, { ...seal, seq: first + seal.event })
    for (const row of entry.rows) rows.set(row.id, row)
    for (const searchEntry of entry.searchEntries)
      if (rows.has(searchEntry.id)) searchEntries.set(searchEntry.id, searchEntry)
    for (const document of entry.documents)
      documents.set(`${document.kind}/${document.id}`, document.body)
    return { ok: true, position }
  }

  /** Answers later, as a store does: a closed journal rejects and never throws. */
  const answer = <T>(work: () => T): Promise<T> =>
    new Promise((resolve) => {
      guard()
      resolve(work())
    })
  const sorted = (pick: (row: ReadyRow) => boolean): ReadyRow[] =>
    [...rows.values()].filter(pick).sort((a, b) => (a.id < b.id ? -1 : 1))
  const statsOf = (pick: (row: ReadyRow) => boolean): IncidentStats[] =>
    sorted(pick).map((row) => readRow(row).stats)

  return {
    commit: (entries) => answer(() => entries.map(prepare).map(save)),
    position: () => answer(() => head().seq),
    hashAt: (position) => answer(() => links[position - 1]?.hash ?? null),
    reply: (commandId) =>
      answer(() => {
        const command = commands.get(commandId)
        return command ? readReply(command) : null
      }),
    rowsOnBoard: () => answer(() => sorted((row) => row.onBoard).map(readRow)),
    pending: () => answer(() => sorted((row) => row.pending !== NOTHING_PENDING).map(readPending)),
    row: (incidentId) =>
      answer(() => {
        const row = rows.get(incidentId)
        return row ? readRow(row) : null
      }),
    incidentStats: (from, to) =>
      answer(() => statsOf((row) => row.month >= from && row.month <= to)),
    tally: (month) => answer(() => tallyOf(statsOf((row) => row.month === month))),
    firstMonth: () => answer(() => [...rows.values()].map(({ month }) => month).sort()[0] ?? null),
    search: (search) =>
      answer(() =>
        searchIn(
          search,
          statsOf(() => true),
          searchEntries,
        ),
      ),
    searchEntry: (incidentId) => answer(() => searchEntries.get(incidentId) ?? null),
    mend: (mending) =>
      answer(() => {
        for (const { row, searchEntry } of mending.rows) {
          rows.set(row.id, readyRow(row))
          searchEntries.set(row.id, searchEntry)
        }
        for (const { kind, id, body } of mending.documents)
          documents.set(`${kind}/${id}`, canonical(body))
        for (const id of mending.ghosts?.rows ?? []) rows.delete(id)
        for (const { kind, id } of mending.ghosts?.documents ?? [])
          documents.delete(`${kind}/${id}`)
      }),
    reindex: () => answer(() => undefined),
    oldRows: () => answer(() => []),
    reports: (from, until) =>
      answer(() =>
        links
          .filter(({ type, at }) => type === 'IncidentReported' && at >= from && at < until)
          .map(({ stream, at, body }) => {
            const { drill, number = null } = JSON.parse(body) as {
              drill: boolean
              number?: string
            }
            return { id: incidentStream.idOf(stream) ?? '', at, drill, number }
          }),
      ),
    lastOver: () =>
      answer(() => {
        const ends = sorted((row) => row.counted && !row.drill)
          .map((row) => row.overAt)
          .filter((at) => at !== null)
        return ends.length > 0 ? Math.max(...ends) : null
      }),
    document: (kind, id) =>
      answer(() => {
        const body = documents.get(`${kind}/${id}`)
        return body === undefined ? null : (JSON.parse(body) as Json)
      }),
    documents: (kind) =>
      answer(() =>
        [...documents]
          .filter(([key]) => key.startsWith(`${kind}/`))
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, body]) => ({
            id: key.slice(kind.length + 1),
            body: JSON.parse(body) as Json,
          })),
      ),
    events: (stream) => answer(() => links.filter((link) => link.stream === stream).map(readEvent)),
    intact: (stream) => answer(() => links.filter((link) => link.stream === stream).map(readEvent)),
    eventsAfter: (position, limit) =>
      answer(() => links.slice(position, position + limit).map(readEvent)),
    links: (position, limit) =>
      answer(() => links.slice(position, position + limit).map(asHandedUp)),
    streams: (after, limit) =>
      answer(() =>
        [...versions.keys()]
          .filter((stream) => stream > after)
          .sort()
          .slice(0, limit),
      ),
    projectionNames: () =>
      answer(() => ({
        rows: sorted(() => true).map(({ id }) => id),
        documents: [...documents.keys()].sort().map((key) => {
          const [kind = '', ...id] = key.split('/')
          return { kind: kind as StoredDocument['kind'], id: id.join('/') }
        }),
        months: [...new Set([...rows.values()].map(({ month }) => month))].sort(),
      })),
    unseal: (sealed) =>
      answer(() =>
        Object.fromEntries(
          sealed.flatMap((key) => {
            const seal = seals.get(key)
            return seal ? [[key, seal.value]] : []
          }),
        ),
      ),
    personalCounts: (streams) =>
      answer(() => {
        const left = [...seals.values()].filter(({ stream }) => streams.includes(stream))
        return Object.fromEntries(
          [...new Set(left.map(({ stream }) => stream))].map((stream) => [
            stream,
            left.filter((seal) => seal.stream === stream).length,
          ]),
        )
      }),
    personalOf: (sealed) =>
      answer(() =>
        sealed.flatMap((key) => {
          const seal = seals.get(key)
          return seal
            ? [{ sealed: key, value: seal.value, stream: seal.stream, seq: seal.seq }]
            : []
        }),
      ),
    findPersonal: (texts) =>
      answer(() => ({
        found: [...seals.values()]
          .filter(({ value }) => texts.some((text) => compact(value).includes(text)))
          .map(({ sealed, value, stream, seq }) => ({ sealed, value, stream, seq })),
        next: null,
      })),
    findEvents: (texts, after, types) =>
      answer(() => ({
        found: links
          .slice(after)
          .filter(({ type }) => types?.includes(type) ?? true)
          .filter(({ by, body }) => texts.some((text) => compact(`${by} ${body}`).includes(text)))
          .map(readEvent),
        next: null,
      })),
    forget: (what) =>
      answer(() => {
        const gone = [...seals.values()].filter(
          ({ sealed, stream, seq }) =>
            what.seals.includes(sealed) ||
            (what.streams.includes(stream) && seq < (what.before ?? Infinity)),
        )
        for (const { sealed, stream } of gone) {
          seals.delete(sealed)
          const id = incidentStream.idOf(stream) ?? ''
          const entry = searchEntries.get(id)
          if (entry) searchEntries.set(id, { ...entry, narrative: NO_WORDS })
        }
        return gone.map(({ sealed }) => sealed)
      }),
    verify: () =>
      answer(() => {
        const broken = firstBreak(START, links)
        if (broken) return { ok: false, firstBad: broken.seq, why: broken.why }
        const bad = [...seals.values()]
          .filter((seal) => digest(seal.salt, seal.value) !== seal.sealed)
          .map((seal) => seal.seq)
        if (bad.length > 0) return { ok: false, firstBad: Math.min(...bad), why: 'seal-mismatch' }
        return { ok: true, position: head().seq, hash: head().hash }
      }),
    close: () => {
      open = false
      return Promise.resolve()
    },
  }
}
