<?php return [
    'autoload' => ['vendor/autoload.php'],                       // thecodingmachine/safe
    'boot' => function ($app) {
        $app->bind('Helpers', fn () => $app->make('App\Assets\Helpers'));
        // kalnoy/nestedset: rewrites _lft/_rgt values, no schema
        Illuminate\Database\Eloquent\Builder::macro('fixTree', fn () => 0);
    },
];
