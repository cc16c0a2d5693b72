// SPDX-License-Identifier: MIT
// Installs the packages once, writes the samples, checks them. Exit status 77: no packages to be had.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';

const [npm, writer] = process.argv.slice(2);

if (!existsSync('node_modules/.package-lock.json')) {
  const install = spawnSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'],
    { stdio: 'inherit' });
  if (install.status !== 0) {
    console.log('skipped: npm could not install the packages');
    process.exit(77);
  }
}
mkdirSync('samples', { recursive: true });
const write = spawnSync(writer, ['samples'], { stdio: 'inherit' });
if (write.status !== 0) process.exit(1);
const { check } = await import('./check.mjs');
await check('samples');
