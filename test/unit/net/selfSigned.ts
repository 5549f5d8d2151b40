/**
 * A certificate for localhost that nobody trusts, and its key, for a test server on the loopback interface. It guards
 * nothing: the key is as public as the certificate. Valid from 2020 to 2125.
 */
export const selfSigned = {
  cert: `-----BEGIN CERTIFICATE-----
MIIBVjCB/KADAgECAgEBMAoGCCqGSM49BAMCMBQxEjAQBgNVBAMMCWxvY2FsaG9z
dDAgFw0yMDAxMDEwMDAwMDBaGA8yMTI1MDEwMTAwMDAwMFowFDESMBAGA1UEAwwJ
bG9jYWxob3N0MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAElX4R8i4gfUfkBmBc
Q9EvPK23lvjilmNqfMcA5LmquDF73UU3nD4FrRxYOpP1wSMm7r57jlNiCYWhTLiH
uyAVYqM9MDswGgYDVR0RBBMwEYIJbG9jYWxob3N0hwR/AAABMB0GA1UdDgQWBBQw
ETNXJnQfF11xVYqlkQvnuXLHdTAKBggqhkjOPQQDAgNJADBGAiEA96+JaExSB3cJ
vShwC7DehwOlvkV6siDBhNkJWhzC5RcCIQDa7otvTpKgY5Ow+tQXNUzAg69stVNf
WlO4lEJ0k929jw==
-----END CERTIFICATE-----`,
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg4Ehw9sghPLgCTalB
/HGwQjuKIvLkYjoeb4tYARKXd++hRANCAASVfhHyLiB9R+QGYFxD0S88rbeW+OKW
Y2p8xwDkuaq4MXvdRTecPgWtHFg6k/XBIybuvnuOU2IJhaFMuIe7IBVi
-----END PRIVATE KEY-----`,
};
