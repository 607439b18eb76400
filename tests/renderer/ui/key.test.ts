/** A key that comes into a tab that is open already: taken once, and never left in the address. */
import { beforeEach, expect, it } from 'vitest'
import { onKey } from '#renderer/transport/key.ts'
import { until } from '../../kit/until.ts'

beforeEach(() => history.replaceState(null, '', '/?lang=en'))

it('is taken from a link that is pasted into the same tab, until nobody listens any more', async () => {
  const heard: string[] = []
  const stop = onKey((key) => heard.push(key))
  location.hash = '#key=fresh'
  await until(() => expect(heard).toEqual(['fresh']))
  expect(location.hash).toBe('')
  stop()
  history.replaceState(null, '', '/#key=late')
  dispatchEvent(new Event('hashchange'))
  expect(heard).toEqual(['fresh'])
})
