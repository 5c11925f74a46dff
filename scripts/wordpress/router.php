<?php
// For PHP's own web server: files are served as they are, every other address is WordPress's.
$folder = getenv('COPYDESK_WP_FOLDER') ?: '';
$path = rawurldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH) ?: '/');
if (is_file($_SERVER['DOCUMENT_ROOT'] . $path)) {
    return false;
}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = "$folder/index.php";
$_SERVER['SCRIPT_FILENAME'] = $_SERVER['DOCUMENT_ROOT'] . "$folder/index.php";
chdir($_SERVER['DOCUMENT_ROOT'] . ($folder ?: '/'));
require $_SERVER['SCRIPT_FILENAME'];
