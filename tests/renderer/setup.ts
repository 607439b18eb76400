/**
 * Runs before each renderer test file: whatever a test mounts is unmounted after it, so that
 * listeners never pile up; then what its tab keeps and its address go, because some files share a
 * page.
 */
import { afterEach } from 'vitest'
import { disableAutoUnmount, enableAutoUnmount } from '@vue/test-utils'

// the hook that is registered last runs first
afterEach(() => {
  // specs of no page have none of these
  globalThis.sessionStorage?.clear()
  globalThis.localStorage?.clear()
  globalThis.history?.replaceState(null, '', '/')
})
disableAutoUnmount() // of the file before
enableAutoUnmount(afterEach)
