/** The interfaces by which HQ keeps its people. Instants are UTC ms. */
import type { Deed, HqWallRow, PersonRow } from '#shared/contract/hq-replies.ts'
import type { HqPerson } from '#shared/domain/hq/scope.ts'

export type { Deed, HqWallRow, PersonRow } from '#shared/contract/hq-replies.ts'

/** Digests of passwords take long to work out, so that they cannot be guessed fast. */
export interface Passwords {
  digest(password: string): Promise<string>
  /** `digest` null: takes as long, and matches nothing. */
  matches(password: string, digest: string | null): Promise<boolean>
}

export interface PeopleStore {
  people(): Promise<readonly PersonRow[]>
  /** Who has not ended, with the digest of the password. */
  personWithDigest(name: string): Promise<{ person: HqPerson; digest: string } | null>
  /** Made, or changed and there again if there is one of this name; `digest` null: it stays. */
  setPerson(person: HqPerson, digest: string | null, by: string, at: number): Promise<void>
  /** With all their sessions. */
  endPerson(name: string, at: number): Promise<void>
  endSessions(name: string): Promise<void>
  addSession(digest: string, person: string, at: number): Promise<void>
  /** Whose session that is, if it was used since `since`; it is used now. */
  usedSession(digest: string, since: number, at: number): Promise<HqPerson | null>
  endSession(digest: string): Promise<void>
  addDeed(deed: Omit<Deed, 'id'>): Promise<void>
  /** The latest first; `before`: those that are older than this one. */
  deeds(limit: number, before: number | null): Promise<readonly Deed[]>
}

/** A wall before anybody has typed its code in. */
export type NewWall = Pick<HqWallRow, 'id' | 'name' | 'regions' | 'madeAt' | 'madeBy'> & {
  codeDigest: string
  codeExpiresAt: number
}

export interface WallStore {
  walls(): Promise<readonly HqWallRow[]>
  addWall(wall: NewWall): Promise<void>
  /** Spends the code for a token; whose wall it is now, or null: there is no such code any more. */
  enterWall(codeDigest: string, tokenDigest: string, at: number): Promise<HqWallRow | null>
  /** The wall that has this token and has not ended; it is seen now. */
  wallOfToken(digest: string, at: number): Promise<HqWallRow | null>
  /** Neither its code nor its token is good for anything afterwards. */
  endWall(id: string, at: number): Promise<void>
}
