/// <reference types="vitest/config" />
import { defineConfig } from 'vite'

// The chat itself: one page with its script and style, named by their content.
export default defineConfig({
  base: '/widget/files/',
  // The plain way of JSX: the newer one would bring a second function for the same.
  oxc: { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' }, jsxInject: "import { h, Fragment } from 'preact'" },
  build: {
    outDir: '../../src/dajeong/server/static/widget',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: { input: ['frame.ko.html', 'frame.en.html'] },
  },
  test: { include: ['tests/**/*.test.ts'], environment: 'node' },
})
