// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

package mirror

import "insignia/designer"

// Why a file was not read, and why files were not written. Each has a
// sentence in internal/locale.
var (
	// ErrAltered: the file is not as the program wrote it: somebody edited it,
	// or the disk has spoiled it.
	ErrAltered = &designer.Error{Code: "mirror-altered"}
	// ErrName: the program did not give it this name.
	ErrName = &designer.Error{Code: "mirror-name"}
	// ErrNewer: it is sound, but has in it what this program does not know.
	ErrNewer = &designer.Error{Code: "mirror-newer"}
	// ErrOlder: another file of the same record is newer.
	ErrOlder = &designer.Error{Code: "mirror-older"}
	// ErrMany: the folder has more files than are looked at.
	ErrMany = &designer.Error{Code: "mirror-many"}
	// ErrRest: so many files could not be written that the rest was not tried.
	ErrRest = &designer.Error{Code: "mirror-rest"}
)
