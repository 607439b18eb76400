/** Reads the register of the sample site from resources/demo/register.yaml. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { yaml } from '#main/adapters/plans/yaml.ts'
import type { Input } from '#shared/contract/contract.ts'
import type { LocalizedText } from '#shared/domain/text.ts'
import type { Round } from './rounds.ts'

type Named = { name: LocalizedText }
export type SampleSupply = Omit<Input<'supply/enter'>, 'place' | 'keeper' | 'batches'> & {
  place: string
  keeper: string
  batches: readonly { number?: string; expiresIn?: number; count: number }[]
}

/**
 * The fields are those of the requests. Persons, shifts, contacts, places and posts of the site go
 * by their (Chinese) names, posts of documents by their ids.
 */
export type SampleRegister = {
  persons: readonly Input<'people/person-set'>[]
  sitePosts: readonly (Omit<Input<'people/post-set'>, 'name'> & Named)[]
  posts: readonly Input<'people/post-set'>[]
  groups: readonly Input<'people/group-set'>[]
  shifts: readonly (Omit<Input<'duty/shift-set'>, 'name'> & Named)[]
  rounds: readonly Round[]
  /** Whoever is entered for this post of tonight's shift is on leave today. */
  away: { shift: string; post: string; reason: string }
  contacts: readonly (Input<'contacts/set'> & { verified?: true })[]
  places: readonly Input<'places/set'>[]
  /** `place` and `keeper`: a place and a post of the site; `expiresIn`: days from today. */
  supplies: readonly SampleSupply[]
  troubles: readonly string[]
}

/** `resources`: the folder of the installation. The station checks every field as it is entered. */
export const readRegister = (resources: string): SampleRegister =>
  yaml().parse(readFileSync(join(resources, 'demo', 'register.yaml'), 'utf8')) as SampleRegister
