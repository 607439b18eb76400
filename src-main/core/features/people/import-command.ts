/** The handler that takes a list into the register of people: all of its rows, or none. */
import type { Parsed } from '#shared/contract/contract.ts'
import { accept } from '#shared/domain/decision.ts'
import { faultyRows } from '#shared/domain/imported-row.ts'
import { personIn } from '#shared/domain/roster/register.ts'
import { decidePeopleRows, type PeopleRow } from '#shared/domain/roster/rows.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import { changesOf } from '../../engine/changes.ts'
import type { CommandContext, Handler } from '../handler.ts'
import { localName, postNames } from './names.ts'
import { phonesOf } from './phones.ts'
import { registerWork, staffPostIds, type RegisterWork } from './register.ts'

type Row = Parsed<'people/import'>['rows'][number]
type Named = { id: string; name: LocalizedText }

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

/** Finds by id or name what there is, and makes once what there is not. */
function finder(known: readonly Named[], newId: () => string) {
  const byName = new Map(
    known.flatMap((entry): [string, Named][] => [
      [entry.id, entry],
      [plain(entry.name.en), entry],
      [plain(entry.name.zh), entry],
    ]),
  )
  const fresh = new Map<string, Named>()
  return (text: string): Named & { isNew: boolean } => {
    const entry = byName.get(text) ?? byName.get(plain(text))
    if (entry) return { ...entry, isNew: false }
    const before = fresh.get(plain(text)) ?? { id: newId(), name: localName(text) }
    fresh.set(plain(text), before)
    return { ...before, isNew: true }
  }
}

/** The rows with the ids that they mean. */
function rowsOf(rows: readonly Row[], context: CommandContext, work: RegisterWork): PeopleRow[] {
  const { vault, meta } = context
  const nameOf = postNames(context)
  const post = finder(
    [...staffPostIds(context)].map((id) => ({ id, name: nameOf(id) })),
    () => `site-${vault.id(meta.at)}`,
  )
  const group = finder(work.register?.groups ?? [], () => vault.id(meta.at))
  return rows.map(({ row, id, name, phones, posts, groups }): PeopleRow => {
    const before = id ? personIn(work.register, id) : undefined
    const named = posts?.map(post)
    return {
      row,
      id: id ?? vault.id(meta.at),
      isNew: !id,
      name: work.like(name, before ? [before.name] : []),
      ...(phones && { phones: phonesOf(phones, before?.phones ?? [], work) }),
      ...(named && {
        posts: named.flatMap((entry) => (entry.isNew ? [] : [entry.id])),
        newPosts: named.flatMap((entry) =>
          entry.isNew ? [{ id: entry.id, name: entry.name }] : [],
        ),
      }),
      ...(groups && {
        groups: groups.map(group).map((entry) => ({ id: entry.id, name: entry.name })),
      }),
    }
  })
}

const importPeople: Handler<'people/import'> = async ({ rows, preview }, context) => {
  const work = registerWork(context)
  const around = { sitePosts: staffPostIds(context) }
  const read = decidePeopleRows(work.register, rowsOf(rows, context, work), around)
  const reply = { rows: read.rows }
  if (preview) return changesOf({ reply })
  return faultyRows(read.rows) ?? work.record(accept(...read.events), reply)
}

export const peopleImport = { 'people/import': importPeople }
