package lang

import "syscall"

// ofSystem are what Windows says by numbers of its own.
var ofSystem = []cause{
	{"full", syscall.Errno(112)}, {"full", syscall.Errno(39)}, // ERROR_DISK_FULL, ERROR_HANDLE_DISK_FULL
	{"quota", syscall.Errno(1295)},                           // ERROR_DISK_QUOTA_EXCEEDED
	{"large", syscall.Errno(223)},                            // ERROR_FILE_TOO_LARGE
	{"readonly", syscall.Errno(19)},                          // ERROR_WRITE_PROTECT
	{"busy", syscall.Errno(32)}, {"busy", syscall.Errno(33)}, // ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION
	{"device", syscall.Errno(23)}, {"device", syscall.Errno(1117)}, // ERROR_CRC, ERROR_IO_DEVICE
	{"nodevice", syscall.Errno(15)}, {"nodevice", syscall.Errno(21)}, // ERROR_INVALID_DRIVE, ERROR_NOT_READY
	{"open", syscall.Errno(4)},                                 // ERROR_TOO_MANY_OPEN_FILES
	{"name", syscall.Errno(123)}, {"name", syscall.Errno(206)}, // ERROR_INVALID_NAME, ERROR_FILENAME_EXCED_RANGE
	{"gone", syscall.Errno(53)}, {"gone", syscall.Errno(64)}, // ERROR_BAD_NETPATH, ERROR_NETNAME_DELETED
	{"filled", syscall.Errno(145)},  // ERROR_DIR_NOT_EMPTY
	{"program", syscall.Errno(193)}, // ERROR_BAD_EXE_FORMAT
}
