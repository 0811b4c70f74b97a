<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::create('absence_types', function (Blueprint $table) {
            $table->id();
            $table->foreignId('company_id')->nullable()->constrained()->cascadeOnDelete();
            $table->string('code', 30);
            $table->string('label', 80);
            $table->boolean('is_paid')->default(true);
            $table->boolean('needs_approval')->default(true);
            $table->timestamps();
            $table->unique(['company_id', 'code']);
        });

        Schema::create('absence_requests', function (Blueprint $table) {
            $table->id();
            $table->foreignUuid('staff_id')->constrained('staff')->cascadeOnDelete();
            $table->foreignId('absence_type_id')->constrained()->restrictOnDelete();
            $table->date('from_day');
            $table->date('to_day');
            $table->boolean('half_day')->default(false);
            $table->unsignedSmallInteger('days')->storedAs('datediff(to_day, from_day) + 1');
            $table->enum('status', ['requested', 'approved', 'rejected', 'cancelled'])->default('requested');
            $table->text('comment')->nullable();
            $table->timestamps();
            $table->softDeletes();
            $table->index(['staff_id', 'from_day', 'to_day']);
        });

        Schema::create('absence_balances', function (Blueprint $table) {
            $table->foreignUuid('staff_id')->constrained('staff')->cascadeOnDelete();
            $table->foreignId('absence_type_id')->constrained()->cascadeOnDelete();
            $table->year('year');
            $table->decimal('entitled', 5, 1)->default(0);
            $table->decimal('taken', 5, 1)->default(0);
            $table->decimal('left', 5, 1)->virtualAs('entitled - taken');
            $table->primary(['staff_id', 'absence_type_id', 'year']);
        });

        Schema::create('absence_approvals', function (Blueprint $table) {
            $table->id();
            $table->foreignId('absence_request_id')->constrained()->cascadeOnDelete();
            $table->foreignId('user_id')->nullable()->constrained()->nullOnDelete();
            $table->boolean('approved');
            $table->string('remark')->nullable();
            $table->timestamps();
        });

        collect(['holiday' => 'Holiday', 'sick' => 'Sick leave', 'training' => 'Training'])
            ->each(fn ($label, $code) => DB::table('absence_types')->insert([
                'code' => $code,
                'label' => $label,
                'needs_approval' => $code !== 'sick',
            ]));
    }

    public function down(): void
    {
        foreach (['approvals', 'balances', 'requests', 'types'] as $part) {
            Schema::dropIfExists("absence_{$part}");
        }
    }
};
