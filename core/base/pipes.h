#pragma once
#include <QtGlobal>

class QByteArray;
class QString;

/// Standard output and standard error without the C library, which holds a lock while a reader stands still, and wants
/// it once more when the program ends.
namespace gb::pipes {

enum class Stream : quint8 { Out = 1, Error = 2 };

enum class Outcome : quint8 {
    Written,
    Refused, ///< the disk behind it is full, or it was closed: a part may be written
    Gone,    ///< nobody reads any more
};

/// Writes all of it, however long the reader takes.
Outcome write(Stream stream, const QByteArray &octets);

/// What became of standard output, for people; empty where all of it was written.
QString lossText(Outcome outcome);

/// Its reader is gone: `serve | head -1`. Never so for a file or a terminal.
bool isReaderGone(Stream stream);

/// A reader that is gone is told by write(), and does not end the program.
void surviveClosedReaders();

/// Of the three standard streams those that whoever started us has closed lead nowhere from now on: else the next file
/// that is opened, a record perhaps, has the number of one, and gets what is written to it. Ahead of everything else.
void holdStandardStreams();

} // namespace gb::pipes
