#pragma once
#include <QFile>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#endif

namespace gb::test {

#ifdef Q_OS_UNIX
inline bool canLimitFiles()
{
    return true;
}
/// A file that would get too big is an error of write(), as a full disk is, and ends nobody.
inline void surviveFileLimit()
{
    std::signal(SIGXFSZ, SIG_IGN);
}
/// No file of this process gets bigger, until it is lifted.
class FileLimit
{
public:
    explicit FileLimit(rlim_t octets)
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit now{octets, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &now);
    }
    ~FileLimit() { lift(); }
    void lift() { setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};
inline bool makePipe(const QString &name)
{
    return mkfifo(QFile::encodeName(name).constData(), 0600) == 0;
}
#else
inline bool canLimitFiles()
{
    return false;
}
inline void surviveFileLimit() { }
class FileLimit
{
public:
    explicit FileLimit(quint64) { }
    void lift() { }
};
inline bool makePipe(const QString &)
{
    return false;
}
#endif

} // namespace gb::test
