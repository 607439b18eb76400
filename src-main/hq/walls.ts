/**
 * Walls of HQ: screens that nobody signs in at. An administrator has a code made for each; it lets
 * one screen in, which keeps a token that is good for the board of its regions and nothing else.
 */
import { WALL_CODE_MS } from '#shared/contract/hq.ts'
import type { HqWalls } from './hq-api.ts'
import type { HqClock, HqVault } from './hq-ports.ts'
import { plainCode } from './pairing.ts'
import type { WallStore } from './people-ports.ts'

export type WallParts = {
  store: WallStore
  clock: Pick<HqClock, 'wall'>
  vault: Pick<HqVault, 'sha256' | 'token' | 'id' | 'pairingCode'>
}

export const createWalls = ({ store, clock, vault }: WallParts): HqWalls => ({
  async add({ name, regions }, madeBy) {
    const code = vault.pairingCode()
    const madeAt = clock.wall()
    await store.addWall({
      ...{ id: vault.id(madeAt), name, regions, madeAt, madeBy },
      codeDigest: vault.sha256(plainCode(code)),
      codeExpiresAt: madeAt + WALL_CODE_MS,
    })
    return code
  },
  async enter(code) {
    const token = vault.token()
    const digests = [vault.sha256(plainCode(code)), vault.sha256(token)] as const
    const wall = await store.enterWall(...digests, clock.wall())
    return wall && { token, wall }
  },
  who: (token) => store.wallOfToken(vault.sha256(token), clock.wall()),
  all: () => store.walls(),
  end: (id) => store.endWall(id, clock.wall()),
})
