import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../support/root';

interface Manifest {
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly order?: number }>> };
    readonly menus: {
      readonly commandPalette: readonly { readonly command: string; readonly when: string }[];
    };
  };
}

describe('the manifest', () => {
  const { contributes } = JSON.parse(
    readFileSync(path.join(repositoryRoot, 'package.json'), 'utf8'),
  ) as Manifest;

  it('gives each setting a place of its own', () => {
    const orders = Object.values(contributes.configuration.properties).map(({ order }) => order);
    assert.ok(orders.length > 1 && !orders.includes(undefined));
    assert.deepEqual(orders, [...new Set(orders)]);
  });

  it('offers to forget a password only where a shared corpus is set', () => {
    const entry = contributes.menus.commandPalette.find(
      ({ command }) => command === 'sourcewright.forgetSharedPassword',
    );
    assert.match(entry?.when ?? '', /\bconfig\.sourcewright\.corpus\b/);
  });
});
