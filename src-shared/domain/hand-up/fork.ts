/** What a person at HQ decides about a fork, and the text of it that HQ signs for the site. */
import { canonical } from '../canonical.ts'
import type { Head } from './point.ts'

/** came: the record that was refused goes on, in a new epoch; held: what HQ has is right. */
export const FORK_CHOICES = ['came', 'held'] as const
export type ForkChoice = (typeof FORK_CHOICES)[number]

/**
 * What HQ signs (Ed25519): of this site the record with that hash at that position goes on.
 * `epoch`: the one that has forked, so that it counts for no later fork.
 */
export const forkText = (site: string, { epoch, seq, hash }: Head): string =>
  canonical({ site, fork: { epoch, seq, hash } })
