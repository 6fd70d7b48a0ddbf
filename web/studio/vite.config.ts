/// <reference types="vitest/config" />
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// One page; every feature is a file of its own that comes when it is opened, charts when they are seen.
export default defineConfig({
  base: '/studio/files/',
  plugins: [react()],
  build: {
    outDir: '../../src/dajeong/server/static/studio',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    // ECharts alone is larger than the usual limit; what Home may weigh is tested in tests/built.test.ts.
    chunkSizeWarningLimit: 700,
  },
  test: { include: ['tests/**/*.test.{ts,tsx}'], environment: 'node', testTimeout: 30_000 },
})
