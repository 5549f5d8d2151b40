const app = require('express')();
const { requireFlag, requireLog } = require('./flags');

app.get('/labs', requireLog('labs-page'), requireFlag('⟦wrapper:labs-page⟧'), (req, res) => res.send('labs-page'));
