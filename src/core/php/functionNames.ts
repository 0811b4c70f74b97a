/**
 * Names of PHP's own functions that no builtin here has, of any version: those of its core, and of the extensions by
 * what their names begin with.
 */
const CORE = new Set(
  (
    'acosh addcslashes array_diff_assoc array_diff_key array_diff_uassoc array_diff_ukey array_intersect_assoc ' +
    'array_intersect_key array_intersect_uassoc array_intersect_ukey array_udiff_assoc array_udiff_uassoc ' +
    'array_uintersect_assoc array_uintersect_uassoc array_all array_any array_find array_find_key array_first ' +
    'array_last asinh atanh call_user_method call_user_method_array chdir checkdnsrr chroot clone closelog ' +
    'connection_aborted connection_timeout convert_cyr_string convert_uudecode convert_uuencode cosh count_chars ' +
    'create_function crypt debug_zval_dump define_syslog_variables dir diskfreespace dl dns_check_record ' +
    'dns_get_mx each error_clear_last escapeshellarg escapeshellcmd exit die expm1 fdatasync fdiv fgetc fgetss ' +
    'filegroup fileinode filepro filetype flock fnmatch forward_static_call_array fpassthru fpow fprintf fstat ' +
    'fsync ftok get_browser get_cfg_var get_declared_interfaces get_declared_traits get_error_handler ' +
    'get_exception_handler get_extension_funcs get_html_translation_table get_include_path get_included_files ' +
    'get_magic_quotes_gpc get_magic_quotes_runtime get_mangled_object_vars get_meta_tags get_required_files ' +
    'get_resource_id get_resource_type get_resources getallheaders gethostbynamel getimagesize ' +
    'getimagesizefromstring getmxrr getmygid getmyinode getprotobyname getprotobynumber getservbyname ' +
    'getservbyport gettimeofday header_register_callback header_remove headers_list hebrev hebrevc ' +
    'highlight_file http_clear_last_response_headers http_get_last_response_headers ini_alter ini_get_all ' +
    'ini_parse_quantity ip2long is_executable is_real is_uploaded_file is_writeable lchgrp lchown linkinfo log1p ' +
    'long2ip magic_quotes_runtime mhash net_get_interfaces nl_langinfo parse_ini_string pclose pfsockopen ' +
    'phpcredits phpinfo preg_filter quoted_printable_decode quoted_printable_encode readlink realpath_cache_get ' +
    'realpath_cache_size register_tick_function request_parse_body restore_include_path rewinddir ' +
    'set_file_buffer set_include_path set_magic_quotes_runtime set_socket_blocking setcookie setrawcookie ' +
    'show_source sinh str_decrement str_increment str_rot13 str_shuffle strchr strcoll stripcslashes strptime ' +
    'strtok substr_compare tanh umask unregister_tick_function user_error utf8_decode utf8_encode virtual ' +
    'vprintf wddx_serialize_value zend_version'
  ).split(' '),
);

const EXTENSIONS =
  /^(?:apache|apcu?|bc|bindtextdomain|bz|cal|cli|collator|ctype|curl|date|datefmt|db2|dba|dcgettext|dcngettext|deflate|dgettext|dngettext|dom|easter|enchant|event|exif|fann|fastcgi|ffi|filter|finfo|ftp|gd|geoip|gettext|gmagick|gmp|grapheme|gz\w+|gregorian|hash|http|ibase|iconv|idn|igbinary|image\w*|imagick|imap|inet|inflate|ini|intl\w*|iptc\w*|jd\w*|json|ldap|libxml|litespeed|locale|mailparse|mb|mcrypt|memcache\w*|mhash|mime|msg\w*|mssql|mysqli?|ncurses|newrelic|ngettext|normalizer|nsapi|numfmt|ob|oci\w*|odbc|opcache|openssl|output|password|pcntl|pg|php|phpdbg|posix|preg|proc|pspell|random|readgzfile|readline|redis|resourcebundle|rrd|sapi|sem|session|shm\w*|simplexml|snmp\w*|soap|socket|sodium|spl|sqlite\w*|sqlsrv|ssh2|stats|stream|swoole|sys[vl]\w*|textdomain|tidy|time|timezone|token|trader|transliterator|ucal|unix\w*|uopz|uuid|wddx|xdebug|xml\w*|xsl|yaml|zend|zip|zlib)(?:_|$)/;

/** May PHP have a function of this name (in lower case), though none of the builtins here is it? */
export const mayBePhps = (lower: string): boolean => CORE.has(lower) || EXTENSIONS.test(lower);
