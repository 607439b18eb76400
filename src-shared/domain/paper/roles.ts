/** The posts of a document, gathered from the paper: one for each name, its other names with it. */
import { POST_UNDECIDED } from '../plan/lint/document.ts'
import { kindOfHolder } from './numbers.ts'
import { commandOf, postKindOf, registered } from './posts.ts'
import type { PaperPost, WrittenJson } from './paper.ts'
import { localizedOnly } from './written.ts'

export type Role = { id: string; name: string; aliases: string[]; duty: string; clauses: string[] }

/**
 * `nobody`: the post for what the paper gives to nobody; a person names it once, and every step has
 * it.
 */
export type Roles = {
  all: readonly Role[]
  commander: string
  nobody: string
  idOf: (name: string) => string | null
}

/** 综合科 is the end of 中心综合科; 领导 alone may be anybody. */
const isEndOf = (short: string, long: string): boolean =>
  short.length >= 3 && long.length > short.length && long.endsWith(short)

/** `names`: as often as the paper says them, in its order. */
export function rolesOf(
  names: readonly string[],
  { posts, documentId }: { posts: readonly PaperPost[]; documentId: string },
): Roles {
  const nobody = `${documentId}-p00`
  const distinct = [...new Set(names)]
  const longer = (name: string): string[] => distinct.filter((other) => isEndOf(name, other))
  const heads = distinct.filter((name) => longer(name).length !== 1)
  const all = heads.map((name, index): Role => {
    const post = registered(name, posts)
    const ends = distinct.filter((other) => longer(other).length === 1 && isEndOf(other, name))
    return {
      id: post?.id ?? `${documentId}-p${String(index + 1).padStart(2, '0')}`,
      name,
      aliases: ends,
      duty: '',
      clauses: [],
    }
  })
  const merged = [...Map.groupBy(all, ({ id }) => id).values()].map(([first, ...others]) => ({
    ...(first as Role),
    aliases: [
      ...(first as Role).aliases,
      ...others.flatMap(({ name, aliases }) => [name, ...aliases]),
    ],
  }))
  const byCommand = merged.toSorted((left, right) => commandOf(right.name) - commandOf(left.name))
  const [highest] = byCommand
  return {
    all: merged,
    commander: highest && commandOf(highest.name) > 0 ? highest.id : nobody,
    nobody,
    idOf: (name) =>
      merged.find((role) => role.name === name || role.aliases.includes(name))?.id ?? null,
  }
}

/** The posts as a document file has them. */
export function writtenRoles({ all, nobody }: Roles, needsNobody: boolean): WrittenJson {
  const entries = all.map(({ id, name, aliases, duty, clauses }): [string, WrittenJson] => [
    id,
    {
      name: localizedOnly(name),
      ...(aliases.length > 0 && { aliases }),
      ...(kindOfRole(name) !== 'person' && { kind: kindOfRole(name) }),
      ...(duty !== '' && { duty: localizedOnly(duty) }),
      ...(clauses.length > 0 && { clauses }),
    },
  ])
  const unsaid: [string, WrittenJson] = [
    nobody,
    { name: localizedOnly(POST_UNDECIDED), duty: localizedOnly('原文没有写由谁做') },
  ]
  return Object.fromEntries<WrittenJson>(needsNobody ? [...entries, unsaid] : entries)
}

const kindOfRole = (name: string): string => {
  const outside = ['fire', 'police', 'medical', 'power', 'gas', 'property', 'authority', 'media']
  return outside.includes(kindOfHolder(name)) && !/保安|组$/.test(name)
    ? 'external'
    : postKindOf(name)
}
