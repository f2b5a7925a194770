/** What stands at `/` when the portal was not built: the API works all the same. */
export const NOT_BUILT = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Portolan</title>
<h1>Portolan is running</h1>
<p>Its portal is not built in this checkout. Build it with <code>npm run build</code> and load this page again.</p>
<p>The API is ready: <a href="/api/v1/overview">overview</a>, <a href="/api/openapi.json">its description</a>,
<a href="/metrics">metrics</a>.</p>
</html>
`;
