/** Who works at HQ: signing in and out, and being appointed. Nobody is there from the start. */
import type { HqPeople } from './hq-api.ts'
import type { HqClock, HqVault } from './hq-ports.ts'
import type { Passwords, PeopleStore } from './people-ports.ts'
import { SESSION_MS } from '#shared/contract/hq.ts'

export type PeopleParts = {
  store: PeopleStore
  clock: Pick<HqClock, 'wall'>
  vault: Pick<HqVault, 'sha256' | 'token'>
  passwords: Passwords
}

export function createPeople({ store, clock, vault, passwords }: PeopleParts): HqPeople {
  const deed: HqPeople['deed'] = (person, what, detail = {}) =>
    store.addDeed({ at: clock.wall(), person, deed: what, detail })
  async function known(name: string, password: string) {
    const entry = await store.personWithDigest(name)
    const fits = await passwords.matches(password, entry?.digest ?? null)
    return { entry, person: entry && fits ? entry.person : null }
  }
  const verify: HqPeople['verify'] = async (name, password) => (await known(name, password)).person
  return {
    verify,
    async signIn(name, password) {
      const { entry, person } = await known(name, password)
      if (!person) {
        // also of nobody, so that it takes as long; a name that is none may be a password
        await deed(entry ? name : '', 'sign-in-failed')
        return null
      }
      const token = vault.token()
      await store.addSession(vault.sha256(token), name, clock.wall())
      await deed(name, 'signed-in')
      return { token, person }
    },
    signOut: (token) => store.endSession(vault.sha256(token)),
    who(token) {
      const now = clock.wall()
      return store.usedSession(vault.sha256(token), now - SESSION_MS, now)
    },
    async appoint(person, password, by) {
      const digest = password === null ? null : await passwords.digest(password)
      await store.setPerson(person, digest, by, clock.wall())
      const { name, role, regions } = person
      await deed(by, 'appointed', { name, role, regions, password: password !== null })
    },
    async changePassword({ name, role, regions }, password) {
      const digest = await passwords.digest(password)
      await store.setPerson({ name, role, regions }, digest, name, clock.wall())
      await deed(name, 'changed-password')
    },
    async dismiss(name, by) {
      await store.endPerson(name, clock.wall())
      await deed(by, 'dismissed', { name })
    },
    deed,
  }
}
