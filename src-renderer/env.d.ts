/**
 * Types that only the bundler provides: stylesheets, and single-file components for tools that do
 * not read them.
 */
/// <reference types="vite/client" />

declare module '*.vue' {
  import type { DefineComponent } from 'vue'

  const component: DefineComponent<object, object, unknown>
  export default component
}
