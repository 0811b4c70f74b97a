import assert from 'node:assert/strict';
import { freshDatabase } from '../support/database';
import { laravel } from '../support/laravel';
import { laravelApp } from '../support/laravelApp';
import { needs } from '../support/real';
import { testServer, vendors } from '../support/servers';

const migration = `<?php

use Illuminate\\Database\\Migrations\\Migration;
use Illuminate\\Database\\Schema\\Blueprint;
use Illuminate\\Support\\Facades\\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('services', function (Blueprint $table) {
            $table->id();
            $table->integer('priority')->default(999);
        });
    }
};
`;

for (const vendor of vendors) {
  describe(`a real Laravel application on ${vendor}`, () => {
    it('migrates, and reports the server error when its table is already there', async function () {
      const server = needs(this, await testServer(vendor));
      const framework = needs(this, await laravel('11'));
      const database = await freshDatabase(server);
      const app = laravelApp(framework, {
        server,
        database: database.name,
        files: { 'database/migrations/2025_01_01_000000_create_services_table.php': migration },
      });

      const first = await app.artisan(['migrate']);
      assert.equal(first.code, 0, first.stdout + first.stderr);

      await database.connection.query('delete from migrations');
      const second = await app.artisan(['migrate']);
      assert.equal(second.code, 1);
      const said = second.stdout + second.stderr;
      assert.match(
        said,
        /SQLSTATE\[42S01\]: Base table or view already exists: 1050 Table 'services' already exists/,
      );

      app.remove();
      await database.drop();
    });
  });
}
