import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

/** Where the loopback host of the api listens while one works on the interface. */
const host = process.env.ENTENTE_HOST ?? 'http://127.0.0.1:4870';

export default defineConfig({
  plugins: [svelte(), svelteTesting()],
  resolve: { alias: { '@': fileURLToPath(new URL('src', import.meta.url)) } },
  build: {
    // The oldest web views supported: WebKitGTK 2.44 (Ubuntu 24.04) and WKWebView of macOS 14.
    target: ['safari17', 'chrome114'],
    // The program reads its pages from memory: one file each is quicker than many small ones.
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: true,
    proxy: { '/rpc': host },
    // Messages live beside the Rust crates, which print and check the same ones.
    fs: { allow: ['..'] },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    restoreMocks: true,
    // The tokens' own test reads them as text.
    css: { include: [/(tokens|contrast)\.css/] },
  },
});
