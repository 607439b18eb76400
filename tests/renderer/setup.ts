/**
 * Runs before each renderer test file: whatever a test mounts is unmounted after it, so that
 * listeners never pile up; what its tab keeps and its address go with it, because some files share
 * a page.
 */
import { afterEach } from 'vitest'
import { disableAutoUnmount, enableAutoUnmount } from '@vue/test-utils'

disableAutoUnmount() // of the file before
enableAutoUnmount(afterEach)
afterEach(() => {
  // specs of no page have none of these
  globalThis.sessionStorage?.clear()
  globalThis.localStorage?.clear()
  globalThis.history?.replaceState(null, '', '/')
})
