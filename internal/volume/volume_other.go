// Copyright 2026 The Insignia Authors
// SPDX-License-Identifier: Apache-2.0

//go:build !linux && !darwin && !windows

package volume

func remote(string) bool { return false }
